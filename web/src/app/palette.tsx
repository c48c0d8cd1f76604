import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { BookUser, House, Languages, List, Moon, Settings, UsersRound } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useQuery } from "urql";
import { activate } from "../i18n";
import { useLocale } from "../i18n/text";
import { OrgMark } from "../ui/org-mark";
import { applyTheme, theme } from "./theme";
import { useNetwork } from "./viewer";
import { PaletteDocument } from "./viewer.gql";

/** Everything by keyboard: pages, members, people, a few acts. */
export function Palette({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const navigate = useNavigate();
  const network = useNetwork();
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const [{ data }] = useQuery({
    query: PaletteDocument,
    variables: { network: network?.id ?? "", search, language: locale === "km" ? "KM" : "EN" },
    pause: !network || search.length < 2,
  });
  const found = search.length < 2 ? undefined : data?.network;
  const go = (act: () => void) => () => {
    onOpenChange(false);
    act();
  };
  const shown = (label: string) => text === "" || label.toLowerCase().includes(text.trim().toLowerCase());
  const pages = [
    { to: "/", label: t`Home`, icon: <House className="i" aria-hidden="true" /> },
    { to: "/members", label: t`Members`, icon: <UsersRound className="i" aria-hidden="true" /> },
    { to: "/people", label: t`People`, icon: <BookUser className="i" aria-hidden="true" /> },
    { to: "/lists", label: t`Lists`, icon: <List className="i" aria-hidden="true" /> },
    { to: "/settings", label: t`My settings`, icon: <Settings className="i" aria-hidden="true" /> },
  ].filter((page) => shown(page.label));
  const acts = [
    {
      label: locale === "km" ? "English" : "ភាសាខ្មែរ",
      icon: <Languages className="i" aria-hidden="true" />,
      act: () => void activate(locale === "km" ? "en" : "km"),
    },
    {
      label: t`Light or dark`,
      icon: <Moon className="i" aria-hidden="true" />,
      act: () => applyTheme(theme() === "dark" ? "light" : "dark"),
    },
  ].filter((act) => shown(act.label));
  return (
    <Command.Dialog
      open={open}
      onOpenChange={onOpenChange}
      shouldFilter={false}
      label={t`Search members, people, pages`}
      overlayClassName="scrim"
      contentClassName="dialog modal"
    >
      <Command.Input
        className="input"
        value={text}
        onValueChange={setText}
        placeholder={t`Name, acronym, place or page`}
        aria-label={t`Search members, people, pages`}
      />
      <Command.List className="menu" style={{ boxShadow: "none", border: 0, maxWidth: "none", padding: 0 }}>
        <Command.Empty className="muted sm">
          <Trans>Nothing found.</Trans>
        </Command.Empty>
        {found?.members.edges.map(({ node }) => (
          <Command.Item
            key={node.id}
            value={node.id}
            className="item"
            onSelect={go(
              () => void navigate({ to: "/organisations/$id", params: { id: node.organisation.id } }),
            )}
          >
            <OrgMark id={node.organisation.id} acronym={node.organisation.acronym} size="s" />
            {say(node.organisation.name)}
          </Command.Item>
        ))}
        {found?.people.edges.map(({ node }) => (
          <Command.Item
            key={node.id}
            value={node.id}
            className="item"
            onSelect={go(() => void navigate({ to: "/people/$id", params: { id: node.id } }))}
          >
            <BookUser className="i" aria-hidden="true" />
            {say(node.name.full)}
          </Command.Item>
        ))}
        {pages.map((page) => (
          <Command.Item
            key={page.to}
            value={page.to}
            className="item"
            onSelect={go(() => void navigate({ to: page.to }))}
          >
            {page.icon}
            {page.label}
          </Command.Item>
        ))}
        {acts.map((act) => (
          <Command.Item key={act.label} value={act.label} className="item" onSelect={go(act.act)}>
            {act.icon}
            {act.label}
          </Command.Item>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}
