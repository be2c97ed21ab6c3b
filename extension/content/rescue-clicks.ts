/**
 * Some pages keep every click from all listeners but their own. What a button does by itself they leave to it: here, to send a command, which
 * no page gets to see. If no click came before, one is made that stays inside. Older browsers know no commands.
 */
export function rescueClicks(frame: HTMLElement): void {
  let clicked: Element | null = null;
  const onClick = ({ target }: Event): void => {
    clicked = (target as Element).closest('button');
  };
  frame.addEventListener('click', onClick, { capture: true });
  frame.addEventListener('command', (event) => {
    const { source } = event as CommandEvent;
    // The click that is made here sends a command too, and that one finds it.
    if (source !== clicked) source?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    clicked = null;
  });
  for (const button of frame.querySelectorAll('button')) {
    // The close button closes by itself.
    if (button.popoverTargetElement) continue;
    button.commandForElement = frame;
    button.command = '--click';
  }
}
