/** The card script: injected by the background when a card is first wanted, so that pages do not carry it. */
import { render } from "preact";
import css from "../ui/card.css?inline";
import { Card } from "../ui/card.tsx";
import { registerCard } from "./card-registry.ts";

registerCard({
  css,
  mount(target, props) {
    render(<Card {...props} />, target);
    return () => render(null, target);
  },
});
