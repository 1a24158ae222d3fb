import { render } from "preact";
import * as client from "../messaging/client.ts";
import { languageOf } from "../ui/strings.tsx";
import { LabelCheck } from "./label-check.tsx";

document.documentElement.lang = languageOf(client.t);
document.title = client.t("check_title");
/** Set by the menu that opens this page for a selected text. */
const selected = new URLSearchParams(location.search).has("selected");
const root = document.getElementById("root");
if (root !== null) render(<LabelCheck client={client} selected={selected} />, root);
