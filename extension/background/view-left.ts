/** Why a translation ends whose view may come back for it: the server is not told to stop, and lets it run for a while. */
export const viewLeft = new Error('The view was closed.');
