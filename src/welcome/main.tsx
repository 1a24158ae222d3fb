import { render } from "preact";
import * as client from "../messaging/client.ts";
import { languageOf } from "../ui/strings.tsx";
import { Welcome } from "./welcome.tsx";

document.documentElement.lang = languageOf(client.t);
document.title = client.t("welcome_title");
const root = document.getElementById("root");
if (root !== null) render(<Welcome client={client} />, root);
