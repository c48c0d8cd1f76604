/** Shape by kind of organisation: people recognise it before they read. */
const SHAPES: Record<string, string> = {
  association: "round",
  youth_group: "round",
  community_forestry: "hex",
  community_fishery: "hex",
  community_protected_area: "hex",
  farmer_water_user_community: "hex",
  agricultural_cooperative: "hex",
  opd: "arch",
  womens_group: "arch",
  federation: "oct",
  trade_union: "oct",
  professional_association: "oct",
  informal_group: "dash",
  savings_group: "dash",
  indigenous_community: "dash",
  research_think_tank: "diamond",
  media_organisation: "diamond",
};

const tint = (id: string) => 1 + ([...id].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0) % 6);

/** An organisation's logo, or its initials in its shape. Decoration: its name stands beside it. */
export function OrgMark({
  id,
  acronym,
  kind,
  size = "",
  logo,
}: {
  id: string;
  acronym: string;
  kind?: string | undefined;
  size?: "" | "s" | "l";
  logo?: { url: string } | null | undefined;
}) {
  if (logo) {
    return <img className={`org logo ${size}`} src={logo.url} alt="" loading="lazy" />;
  }
  return (
    <span
      className={`org ${size} c${tint(id)}`}
      data-shape={SHAPES[kind ?? ""] ?? "sq"}
      aria-hidden="true"
      lang="en"
    >
      {acronym.slice(0, 4)}
    </span>
  );
}
