import type { ComponentProps } from "react";

/** A link where there is no router: the whole page is left. */
export const Link = ({ to, ...rest }: ComponentProps<"a"> & { to: string }) => <a href={to} {...rest} />;
