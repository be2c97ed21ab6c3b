import type { StreamNews } from '../../shared/read-translation.ts';
import { browser } from '../browser.ts';

/** An event and its id. */
export type StreamEvent = Extract<StreamNews, { type: 'event' }>;

/** What the background has told a popup that closed in mid-stream: a popup that closes cannot write anything down any more. */
export interface PopupNews {
  /** Of the attempt. */
  key: string;
  /** In a row, though not always from the first on: the background may have been started anew meanwhile. */
  events: StreamEvent[];
}

/** Leaves it to the next popup. */
export async function savePopupNews(news: PopupNews): Promise<void> {
  await browser.storage.session.set({ popupNews: news });
}

/** Takes what is left; undefined when there is nothing. */
export async function takePopupNews(): Promise<PopupNews | undefined> {
  const { popupNews } = (await browser.storage.session.get('popupNews')) as { popupNews?: PopupNews };
  if (popupNews) await browser.storage.session.remove('popupNews');
  return popupNews;
}
