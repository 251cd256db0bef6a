interface SwitchProps {
  label: string;
  /** Absent while it is not known yet. */
  on: boolean | undefined;
  change(on: boolean): void;
}

export function Switch({ label, on, change }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on === true}
      aria-label={label}
      title={label}
      disabled={on === undefined}
      onClick={() => change(!on)}
    >
      <span class="switch-track">
        <span class="switch-thumb" />
      </span>
    </button>
  );
}
