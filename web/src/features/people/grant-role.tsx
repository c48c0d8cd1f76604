import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { Role } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { MEMBER_ROLES, ROLES } from "../../ui/words";
import { HostsDocument } from "../organisations/organisation.gql";
import { GrantRoleDocument } from "./people.gql";

/** Convenors are named in their group, and who signs for an organisation with the decision that says so. */
const OFFERED = (Object.keys(ROLES) as Role[]).filter((role) => role !== "CONVENOR" && role !== "SIGNATORY");

/** Gives somebody a role; roles of members are held for an organisation. */
export function GrantRole({
  person,
  network,
  onClose,
  onDone,
}: {
  person: string;
  network: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [{ data }] = useQuery({
    query: HostsDocument,
    variables: { network, language: locale === "km" ? "KM" : "EN" },
  });
  const [result, grant] = useMutation(GrantRoleDocument);
  const [role, setRole] = useState<Role>("REPRESENTATIVE");
  const [organisation, setOrganisation] = useState("");
  const forMember = MEMBER_ROLES.includes(role);
  const wrong = reasons(result.data?.grantRole);
  const why = failure(result.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await grant({
      input: { network, person, role, organisation: forMember && organisation ? organisation : null },
    });
    if (data?.grantRole.status === "DONE") {
      toast.success(t`The role is given.`);
      onDone();
    }
  };
  return (
    <Modal title={t`Give a role`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <Field label={t`Role`} error={wrong.role}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={role}
              onChange={(event) => setRole(event.target.value as Role)}
            >
              {OFFERED.map((name) => (
                <option key={name} value={name}>
                  {i18n._(ROLES[name])}
                </option>
              ))}
            </select>
          )}
        </Field>
        {forMember ? (
          <Field label={t`For which organisation`} error={wrong.organisation}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={organisation}
                onChange={(event) => setOrganisation(event.target.value)}
              >
                <option value="">{t`Choose one`}</option>
                {data?.network?.members.edges.map(({ node }) => (
                  <option key={node.id} value={node.organisation.id}>
                    {say(node.organisation.name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
            <Trans>Give the role</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
