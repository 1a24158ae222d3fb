import type { Shop } from "./shop.ts";

export const amazon: Shop = {
  id: "amazon",
  hosts: ["amazon"],
  name: "#productTitle",
  category: "#wayfinding-breadcrumbs_feature_div a",
  zones: {
    title: "#titleSection,#title_feature_div",
    bullets: "#feature-bullets,#productFactsDesktopExpander",
    description: "#productDescription_feature_div,#productDescription,#aplus,#aplus_feature_div",
    review:
      "#reviewsMedley,#customerReviews,#cm-cr-dp-review-list,#ask-dp-search_feature_div,#product-summary",
    tile: "[data-component-type=s-search-result],[id^=sp_detail],.a-carousel-container,#HLCXComparisonTable",
    other: "#nav-belt,#navFooter",
  },
  ingredients: "#important-information .content,#nic-ingredients-content",
};
