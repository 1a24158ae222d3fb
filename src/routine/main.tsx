import { render } from "preact";
import * as client from "../messaging/client.ts";
import { languageOf } from "../ui/strings.tsx";
import { Routine } from "./routine.tsx";
import { askedTab } from "./use-routine.ts";

document.documentElement.lang = languageOf(client.t);
document.title = client.t("routine_title");
const root = document.getElementById("root");
if (root !== null) render(<Routine client={client} tabId={askedTab(location.search)} />, root);
