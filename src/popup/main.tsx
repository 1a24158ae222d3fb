import { render } from "preact";
import * as client from "../messaging/client.ts";
import { Popup } from "./popup.tsx";

document.documentElement.lang = client.uiLanguage();
document.title = client.t("popup_title");
const root = document.getElementById("root");
if (root !== null) render(<Popup client={client} />, root);
