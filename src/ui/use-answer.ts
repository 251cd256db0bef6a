import { useEffect, useState } from 'preact/hooks';

/**
 * What the background answers.
 * @param about the question is asked anew when one of these changes
 * @returns undefined until the answer is there, and where there is none
 */
export function useAnswer<T>(ask: () => Promise<T | null | undefined>, about: readonly unknown[]): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    let current = true;
    const answered = (given: T | null | undefined): void => {
      if (current) setAnswer(() => given ?? undefined);
    };
    ask().then(answered, () => answered(undefined));
    return () => {
      current = false;
    };
  }, about);
  return answer;
}
