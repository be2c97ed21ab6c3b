/** A message as `_locales` has it: `$NAME$` in its text stands for the placeholder of that name, whose content is `$1`, `$2` … */
export interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** A message's text with the substitutions in their places, as the browsers' `i18n.getMessage` gives it. Pure. Source: https://developer.chrome.com/docs/extensions/reference/api/i18n */
export function formatMessage(
  { message, placeholders = {} }: Message,
  substitutions: readonly string[],
): string {
  return message.replace(/\$(\w+)\$/g, (whole, name: string) => {
    const content = placeholders[name.toLowerCase()]?.content;
    return (
      content?.replace(/\$(\d)/g, (_, number: string) => substitutions[Number(number) - 1] ?? '') ?? whole
    );
  });
}
