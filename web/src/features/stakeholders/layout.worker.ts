import { layOut, type Place, type Tie } from "./layout";

// A thousand stand in their places within a second or two: the page goes on meanwhile.
self.onmessage = ({ data }: MessageEvent<{ places: Place[]; ties: Tie[] }>) => {
  self.postMessage([...layOut(data.places, data.ties)]);
};
