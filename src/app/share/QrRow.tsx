/** @file A link for cameras: small in the panel, or over the whole screen. */
import { useEffect, useRef, useState } from "react";
import { QrCode } from "../../kit/ui/QrCode";

export function QrRow({ value }: { readonly value: string }) {
  const [large, setLarge] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (large) dialog.current?.showModal();
  }, [large]);
  return (
    <section className="share-row share-qr">
      <h3>QR code</h3>
      <p>This moment, for a phone.</p>
      <button type="button" onClick={() => setLarge(true)}>
        Large
      </button>
      <QrCode value={value} label="QR code of the link to this moment" />
      {large && (
        <dialog
          ref={dialog}
          className="share-qr-large"
          aria-label="QR code of the link to this moment"
          onClose={(event) => {
            event.stopPropagation(); // The panel around it stays open.
            setLarge(false);
          }}
        >
          <QrCode value={value} label="QR code of the link to this moment" />
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </dialog>
      )}
    </section>
  );
}
