import { t as now } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { useLocale } from "../../i18n/text";
import { Button, Modal, Note } from "../../ui/kit";
import { behind, type Guest, signOf } from "./door-store";

/** How wide a picture of the camera is looked at: enough for a sign held before it, and quick on an old telephone. */
const WIDE = 480;
/** How long a sign has to be away before it is read again. */
const REST = 2_500;

/** What reads signs; asked for early, so that it is there without a connection. */
export const reader = () => import("jsqr").then((found) => found.default);

/** Reads the signs on letters with the camera and tells whose they are. */
export function Scan({
  guests,
  onFound,
  onClose,
}: {
  guests: readonly Guest[];
  /** Marks somebody, and says what is to be told. */
  onFound: (guest: Guest) => Promise<string>;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const video = useRef<HTMLVideoElement>(null);
  const [told, setTold] = useState<{ tone: "ok" | "warn" | "danger"; text: string }>();
  // The camera goes on while the list behind it changes.
  const latest = useRef({ guests, onFound, say });
  latest.current = { guests, onFound, say };
  useEffect(() => {
    let gone = false;
    let stream: MediaStream | undefined;
    let seen = { text: "", at: 0 };
    const hear = async (text: string) => {
      const { guests, onFound, say } = latest.current;
      // A sign that stays before the camera is read once.
      const again = text === seen.text && Date.now() - seen.at < REST;
      seen = { text, at: Date.now() };
      if (again) return;
      const sign = await signOf(text);
      const found = sign && guests.find(({ signs }) => signs?.includes(sign));
      if (!found) {
        setTold({ tone: "danger", text: now`This sign is of no letter of this dialogue.` });
        return;
      }
      const comes = behind(found, guests);
      if (!comes || comes.state === "CANCELLED")
        setTold({ tone: "danger", text: now`The invitation of ${say(found.name)} was taken back.` });
      else if (comes.institution)
        setTold({
          tone: "warn",
          text: now`${say(comes.name)} has not said who comes for it: mark them as somebody without an invitation.`,
        });
      else setTold({ tone: "ok", text: await onFound(comes) });
    };
    void (async () => {
      if (!crypto.subtle || !navigator.mediaDevices) {
        setTold({
          tone: "danger",
          text: now`Signs are read over a secure address alone (https).`,
        });
        return;
      }
      try {
        const [read, camera] = await Promise.all([
          reader(),
          navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }),
        ]);
        stream = camera;
        const screen = video.current;
        if (gone || !screen) {
          for (const track of camera.getTracks()) track.stop();
          return;
        }
        screen.srcObject = camera;
        await screen.play();
        const canvas = document.createElement("canvas");
        const pen = canvas.getContext("2d", { willReadFrequently: true });
        const look = async () => {
          if (gone || !pen) return;
          if (screen.videoWidth > 0) {
            canvas.width = WIDE;
            canvas.height = Math.round((WIDE * screen.videoHeight) / screen.videoWidth);
            pen.drawImage(screen, 0, 0, canvas.width, canvas.height);
            const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
            const sign = read(data, width, height, { inversionAttempts: "dontInvert" });
            if (sign?.data) await hear(sign.data);
          }
          if (!gone) requestAnimationFrame(() => void look());
        };
        await look();
      } catch {
        if (!gone)
          setTold({
            tone: "danger",
            text: now`The camera cannot be used. Look for the number on the letter instead.`,
          });
      }
    })();
    return () => {
      gone = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  return (
    <Modal title={t`Scan letters`} open onClose={onClose}>
      <div className="stackv gap-4">
        <p className="sm muted">
          <Trans>
            Hold the sign on a letter before the camera: whoever it is for is marked as being there.
          </Trans>
        </p>
        <video ref={video} className="camera" playsInline muted aria-label={t`What the camera sees`} />
        <div role="status">{told ? <Note tone={told.tone}>{told.text}</Note> : null}</div>
        <div className="actions">
          <Button kind="primary" onClick={onClose}>
            <Trans>Done</Trans>
          </Button>
        </div>
      </div>
    </Modal>
  );
}
