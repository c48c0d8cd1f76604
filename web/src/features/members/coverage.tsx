import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Field, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { CoverageDocument } from "./members.gql";
import { TileMap } from "./tile-map";

/** Provinces × themes with and without a member: as a map of one theme, and as a table of all. */
export function Coverage() {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const [theme, setTheme] = useState<string>();
  const [province, setProvince] = useState<string>();
  const [{ data, error }] = useQuery({
    query: CoverageDocument,
    variables: { network: network?.id ?? "" },
    pause: !network,
  });
  if (!data?.network) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const { coverage } = data.network;
  const provinces = data.places.edges.map((edge) => edge.node);
  const themes = data.terms.filter((term) => term.active);
  const chosen = themes.find((term) => term.code === theme) ?? themes[0];
  const cells = new Map(coverage.map((cell) => [`${cell.province} ${cell.theme}`, cell.members]));
  const count = (code: string, of: string) => cells.get(`${code} ${of}`) ?? 0;
  const without = chosen ? provinces.filter((p) => count(p.code, chosen.code) === 0) : [];
  const shown = province ? provinces.filter((p) => p.code === province) : provinces;
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/members">
          <Trans>Members</Trans>
        </Link>
      </nav>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Coverage</Trans>
          </h1>
          <p className="lead">
            <Trans>Where members work on what: headquarters and places of work counted.</Trans>
          </p>
        </div>
        <Field label={t`Theme on the map`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={chosen?.code ?? ""}
              onChange={(event) => setTheme(event.target.value)}
            >
              {themes.map((term) => (
                <option key={term.id} value={term.code}>
                  {say(term.label)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="stackv gap-6">
        {chosen ? (
          <section className="card stackv gap-4">
            <header>
              <h2>
                <Both text={chosen.label} />
              </h2>
            </header>
            <TileMap
              provinces={provinces}
              facets={provinces.map((p) => ({ value: p.code, count: count(p.code, chosen.code) }))}
              label={say(chosen.label)}
              chosen={province}
              onChoose={setProvince}
            />
            <p className="sm">
              <Trans>
                {number(without.length, locale)} of {number(provinces.length, locale)} provinces have no
                member on this theme.
              </Trans>
            </p>
          </section>
        ) : null}
        <section className="card nopad">
          <header>
            <h2>
              <Trans>All themes</Trans>
            </h2>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
          <section className="wide" tabIndex={0} aria-label={t`Coverage by province and theme`}>
            <table className="tbl">
              <caption className="vh">
                <Trans>Coverage by province and theme</Trans>
              </caption>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>Theme</Trans>
                  </th>
                  {shown.map((p) => (
                    <th key={p.id} scope="col" className="n">
                      <Both text={p.name} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {themes.map((term) => (
                  <tr key={term.id}>
                    <th scope="row">
                      <Both text={term.label} />
                    </th>
                    {shown.map((p) => {
                      const members = count(p.code, term.code);
                      return (
                        <td key={p.id} className="n" data-none={members === 0 || undefined}>
                          {members === 0 ? "–" : number(members, locale)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </section>
      </div>
    </>
  );
}
