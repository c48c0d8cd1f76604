/** The secret of a link stands behind the #, which no server and no log ever sees. */
export const linkSecret = () => location.hash.slice(1);
