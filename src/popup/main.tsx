import { render } from "preact";
import * as client from "../messaging/client.ts";
import { languageOf } from "../ui/strings.tsx";
import { Popup } from "./popup.tsx";

document.documentElement.lang = languageOf(client.t);
document.title = client.t("popup_title");
const root = document.getElementById("root");
if (root !== null) render(<Popup client={client} />, root);
