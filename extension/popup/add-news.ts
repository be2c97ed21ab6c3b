import type { PopupNews } from '../messages/popup-news.ts';
import { foldMessage, type ViewState } from '../view/view-state.ts';

/** The attempt with what came after it was written down. Pure; news of another attempt, or such as don't follow on it, add nothing. */
export function addNews(attempt: ViewState, news: PopupNews | undefined): ViewState {
  if (news?.key !== attempt.key || news === undefined) return attempt;
  const known = getNumber(attempt.after);
  const fresh = news.events.filter(({ eventId }) => getNumber(eventId) > known);
  const [first] = fresh;
  if (!first || getNumber(first.eventId) > known + 1) return attempt;
  return fresh.reduce((state, event) => foldMessage(state, { ...event, key: news.key }), attempt);
}

/** An event's id ends in its number, from 1; of no event it is 0. */
function getNumber(eventId: string): number {
  return Number(eventId.slice(eventId.lastIndexOf(':') + 1));
}
