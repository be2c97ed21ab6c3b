/** Something the server must never do, as a client saw it. */
export class Fault extends Error {}
