/** Line icons in the colour of the text around them. All are decoration: the word stands beside each. */
import type { ComponentChildren } from "preact";
import type { Verdict } from "../engine/model.ts";

type IconProps = { size?: number };

function Line({
  size = 14,
  weight = 1.8,
  children,
}: IconProps & { weight?: number; children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width={weight}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const VERDICT_SHAPES: Record<Verdict, ComponentChildren> = {
  risky: <path d="M8 1.9 14.6 13.6H1.4zM8 6.4v3.3M8 11.6v.1" />,
  hype: <path d="M1.8 6.4v3.2l9.2 3.6V2.8zM11 5.6a2.5 2.5 0 0 1 0 4.8M4.2 10.4l.7 3.3h2.2" />,
  "wears-off": (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 4.4V8l2.4 1.6" />
    </>
  ),
  unsure: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.6-.8 1.1M8 11.6v.1" />
    </>
  ),
  real: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="m5.1 8.2 2 2 3.8-4.3" />
    </>
  ),
};

export function VerdictIcon({ verdict, size }: IconProps & { verdict: Verdict }) {
  return <Line size={size}>{VERDICT_SHAPES[verdict]}</Line>;
}

export function CloseIcon() {
  return (
    <Line size={16}>
      <path d="m4 4 8 8M12 4l-8 8" />
    </Line>
  );
}

export function SettingsIcon() {
  return (
    <Line size={18} weight={1.5}>
      <path d="M1.8 4.5h7M13.4 4.5h.8M1.8 11.5h.8M7.2 11.5h7" />
      <circle cx="11.1" cy="4.5" r="1.9" />
      <circle cx="4.9" cy="11.5" r="1.9" />
    </Line>
  );
}
