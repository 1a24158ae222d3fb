export type SwitchProps = {
  on: boolean;
  /** Words of the switch. */
  label: string;
  /** True where the words already stand beside it: they are then for screen readers only. */
  labelHidden?: boolean;
  /** True where it stands for several things of which only some are on: it then says how many beside it. */
  mixed?: boolean;
  onToggle: (on: boolean) => void;
};

/** A switch that acts at once. It shows `on` as given: whoever holds the state decides. */
export function Switch({ on, label, labelHidden = false, mixed = false, onToggle }: SwitchProps) {
  return (
    <label class="switch">
      <span class={labelHidden ? "hidden-text" : "switch-label"}>{label}</span>
      <input
        type="checkbox"
        role="switch"
        class="switch-box"
        data-mixed={mixed}
        checked={on}
        aria-checked={on}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
    </label>
  );
}
