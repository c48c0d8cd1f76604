import { actAs } from "../../app/client";

/** Enters the hub as whoever the cookie now says: a full load, so that nothing of before stays in memory. */
export const enter = (to = "/") => {
  actAs(null);
  location.assign(to);
};

/** The secret of a link stands behind the #, which no server and no log ever sees. */
export const linkSecret = () => location.hash.slice(1);
