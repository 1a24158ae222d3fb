/** The reader script: injected into a document by the background when there is something to look for. */
import { setAnchors } from "../page/anchors.ts";
import { registerReader } from "./reader-registry.ts";
import { Session } from "./session.ts";

registerReader({
  begin({ anchors, ...options }, ended) {
    setAnchors(anchors);
    const session = new Session(options, ended);
    session.start();
    return session;
  },
});
