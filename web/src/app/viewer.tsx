import { createContext, type ReactNode, useContext } from "react";
import type { ViewerQuery } from "./viewer.gql";

export type Viewer = NonNullable<ViewerQuery["viewer"]>;
export type Acting = NonNullable<Viewer["acting"]>;

const ViewerContext = createContext<Viewer | null>(null);

export const ViewerProvider = ({ viewer, children }: { viewer: Viewer | null; children: ReactNode }) => (
  <ViewerContext.Provider value={viewer}>{children}</ViewerContext.Provider>
);

/** The signed-in person; null for the anonymous. */
export const useViewer = () => useContext(ViewerContext);

/** The network one acts in now; null for the anonymous and for people without any role. */
export const useNetwork = () => useViewer()?.acting?.network ?? null;
