import { render } from "preact";
import * as client from "../messaging/client.ts";
import { languageOf } from "../ui/strings.tsx";
import { Options } from "./options.tsx";

document.documentElement.lang = languageOf(client.t);
document.title = client.t("options_title");
const root = document.getElementById("root");
if (root !== null) render(<Options client={client} />, root);
