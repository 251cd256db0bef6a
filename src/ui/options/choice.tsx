import { type TextKey, t } from '../../text.ts';

interface ChoiceProps<T extends string> {
  title: TextKey;
  /** Absent until the settings are read. */
  value: T | undefined;
  choices: readonly { value: T; name: TextKey; why: TextKey }[];
  change(value: T): void;
}

/** One of several, each explained. */
export function Choice<T extends string>({ title, value, choices, change }: ChoiceProps<T>) {
  return (
    <fieldset disabled={value === undefined}>
      <legend>{t(title)}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="choice">
          <input
            type="radio"
            name={title}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => change(choice.value)}
          />
          <span>
            <b>{t(choice.name)}</b>
            <span class="from">{t(choice.why)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
