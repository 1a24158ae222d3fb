/** A page that fills a tab, while it has nothing to show. */
import { useTexts } from "./strings.tsx";

export function Loading({ text }: { text: string }) {
  return (
    <p class="muted" role="status">
      {text}
    </p>
  );
}

export type LoadFailedProps = { title: string; detail: string; onRetry: () => void };

export function LoadFailed({ title, detail, onRetry }: LoadFailedProps) {
  const { t } = useTexts();
  return (
    <div class="panel" role="alert">
      <h2 class="panel-title">{title}</h2>
      <button type="button" class="button button-main" onClick={onRetry}>
        {t("retry")}
      </button>
      <p class="muted">{t("error_detail", detail)}</p>
    </div>
  );
}
