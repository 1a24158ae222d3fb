import { useEffect, useState } from "preact/hooks";

const PREFIX = "#rule-";

function ruleInAddress(): string | null {
  if (!location.hash.startsWith(PREFIX)) return null;
  try {
    return decodeURIComponent(location.hash.slice(PREFIX.length));
  } catch {
    return null;
  }
}

/**
 * Id of the rule that the address points to (`#rule-<id>`), or null.
 * @param onAddressed called when the address changes to a rule, so that nothing hides it.
 */
export function useAddressedRule(onAddressed: () => void): string | null {
  const [rule, setRule] = useState(ruleInAddress);
  useEffect(() => {
    const follow = () => {
      onAddressed();
      setRule(ruleInAddress());
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [onAddressed]);
  return rule;
}
