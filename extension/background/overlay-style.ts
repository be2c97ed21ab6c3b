import frameStyle from '../content/overlay.css?inline';
import viewStyle from '../view/view.css?inline';
import paletteStyle from '../../shared/palette.css?inline';

/** The overlay's style sheet. It goes to a page with the job, since the overlay's script would be a fifth larger with it. */
export const overlayStyle = [paletteStyle, viewStyle, frameStyle].join('\n');
