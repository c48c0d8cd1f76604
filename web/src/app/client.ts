import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { persistedExchange } from "@urql/exchange-persisted";
import { createClient as createSocket } from "graphql-ws";
import { Client, fetchExchange, subscriptionExchange } from "urql";
import matcher from "../graphql/possible-types";
import { setLive } from "./live";
import { refreshExchange } from "./refresh";

const socket = createSocket({
  url: () => `${location.origin.replace(/^http/, "ws")}/graphql/ws`,
  lazy: true,
  keepAlive: 12_000,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
  on: {
    connected: () => setLive(true),
    closed: (event) => {
      setLive(false);
      // The session has ended somewhere else: the next request would be a stranger's.
      if ((event as CloseEvent).code === 4401) location.assign("/sign-in");
    },
  },
});

/** For whom this tab acts, as its screen says; every request states it, so that two tabs cannot be confused. */
const ACTING = "sala.acting";
export function actAs(acting: { network: string; organisation?: string | undefined } | null) {
  if (acting) sessionStorage.setItem(ACTING, [acting.network, acting.organisation].filter(Boolean).join(" "));
  else sessionStorage.removeItem(ACTING);
}
const stated = (): RequestInit => {
  const acting = sessionStorage.getItem(ACTING);
  return acting ? { headers: { "sala-acting": acting } } : {};
};

/** Sends a file to its address, in the name of whom this tab acts for. */
export const send = (url: string, body: Blob) => fetch(url, { ...stated(), method: "PUT", body });

/** Asks for a file that is made for it, in the name of whom this tab acts for. */
export const make = (url: string) => fetch(url, { ...stated(), method: "POST" });

const unkeyed = () => null;

/** What hangs on a network and changes with what happens in it. */
const REFRESHED = [
  "members",
  "memberFacets",
  "coverage",
  "people",
  "recentChanges",
  "applications",
  "decisions",
  "workingGroups",
  "meetings",
  "duties",
  "dues",
  "claims",
  "evidenceDesk",
  "evidenceRequests",
  "evidenceTwins",
  "awaitingSignature",
];

export const client = new Client({
  url: "/graphql",
  preferGetMethod: false,
  fetchOptions: stated,
  requestPolicy: "cache-and-network",
  exchanges: [
    refreshExchange,
    cacheExchange({
      possibleTypes: matcher.possibleTypes,
      keys: {
        Text: unkeyed,
        Application: unkeyed,
        ApplicationViewerCan: unkeyed,
        Ballot: unkeyed,
        DecisionConnection: unkeyed,
        DecisionEdge: unkeyed,
        DecisionPosition: unkeyed,
        DecisionRule: unkeyed,
        DecisionViewerCan: unkeyed,
        GroupViewerCan: unkeyed,
        MeetingConnection: unkeyed,
        MeetingEdge: unkeyed,
        MeetingViewerCan: unkeyed,
        SeatConnection: unkeyed,
        SeatEdge: unkeyed,
        SeatViewerCan: unkeyed,
        WorkingGroupConnection: unkeyed,
        WorkingGroupEdge: unkeyed,
        Act: unkeyed,
        ActPage: unkeyed,
        Mandate: unkeyed,
        Mandates: unkeyed,
        MandatesViewerCan: unkeyed,
        DocumentViewerCan: unkeyed,
        BudgetSum: unkeyed,
        CampaignBudget: unkeyed,
        CampaignMember: unkeyed,
        CampaignLoad: unkeyed,
        CampaignViewerCan: unkeyed,
        CampaignConnection: unkeyed,
        CampaignEdge: unkeyed,
        CampaignChange: unkeyed,
        CampaignChangeConnection: unkeyed,
        CampaignChangeEdge: unkeyed,
        CampaignWorkConnection: unkeyed,
        CampaignWorkEdge: unkeyed,
        PlanObjective: unkeyed,
        PlanAsk: unkeyed,
        PlanStep: unkeyed,
        PlanKeyMessage: unkeyed,
        PlanRisk: unkeyed,
        PlanForce: unkeyed,
        PlanMarker: unkeyed,
        PlanBudgetLine: unkeyed,
        PlanIndicator: unkeyed,
        CampaignCommentConnection: unkeyed,
        CampaignCommentEdge: unkeyed,
        WorkTable: unkeyed,
        WorkLine: unkeyed,
        IndicatorPart: unkeyed,
        IndicatorProgress: unkeyed,
        OutcomeConnection: unkeyed,
        OutcomeEdge: unkeyed,
        OutcomeQuestion: unkeyed,
        ThreadNode: unkeyed,
        ThreadLink: unkeyed,
        CampaignThread: unkeyed,
        CampaignReport: unkeyed,
        DialogueConnection: unkeyed,
        DialogueEdge: unkeyed,
        DialogueInvitationConnection: unkeyed,
        DialogueInvitationEdge: unkeyed,
        DialogueSeats: unkeyed,
        DialogueStand: unkeyed,
        DialogueViewerCan: unkeyed,
        AgendaItem: unkeyed,
        AgendaSpeaker: unkeyed,
        DialogueTurnout: unkeyed,
        DialogueAttendanceConnection: unkeyed,
        DialogueAttendanceEdge: unkeyed,
        DialogueMinutes: unkeyed,
        MinutesPoint: unkeyed,
        BegunPoint: unkeyed,
        MinutesCorrection: unkeyed,
        DialogueFeedback: unkeyed,
        InviteeTable: unkeyed,
        InviteeLine: unkeyed,
        OwnMinutes: unkeyed,
        OwnCorrection: unkeyed,
        InvitationNeeds: unkeyed,
        OwnInvitation: unkeyed,
        CommitmentConnection: unkeyed,
        CommitmentEdge: unkeyed,
        CommitmentScores: unkeyed,
        CommitmentViewerCan: unkeyed,
        StakeholderMapViewerCan: unkeyed,
        StakeholderMapConnection: unkeyed,
        StakeholderMapEdge: unkeyed,
        StakeholderConnection: unkeyed,
        StakeholderEdge: unkeyed,
        StakeholderOffice: unkeyed,
        StakeholderPair: unkeyed,
        StakeholderNeighbour: unkeyed,
        StakeholderMove: unkeyed,
        StakeholderTable: unkeyed,
        StakeholderLine: unkeyed,
        SealedOnMap: unkeyed,
        EngagementConnection: unkeyed,
        EngagementEdge: unkeyed,
        RaisedAsk: unkeyed,
        MapAct: unkeyed,
        MapActConnection: unkeyed,
        MapActEdge: unkeyed,
        EvidenceChoice: unkeyed,
        EvidenceConnection: unkeyed,
        EvidenceEdge: unkeyed,
        EvidenceFacetCounts: unkeyed,
        EvidenceFacetValue: unkeyed,
        EvidenceHit: unkeyed,
        EvidenceQuality: unkeyed,
        EvidenceRequestConnection: unkeyed,
        EvidenceRequestEdge: unkeyed,
        EvidenceResults: unkeyed,
        EvidenceTwins: unkeyed,
        EvidenceTwinsConnection: unkeyed,
        EvidenceTwinsEdge: unkeyed,
        FilePage: unkeyed,
        TextPiece: unkeyed,
        ChangedPiece: unkeyed,
        CommentViewerCan: unkeyed,
        PaperAmendment: unkeyed,
        PaperCommentConnection: unkeyed,
        PaperCommentEdge: unkeyed,
        PaperConnection: unkeyed,
        PaperDrafter: unkeyed,
        PaperEdge: unkeyed,
        PaperReplyConnection: unkeyed,
        PaperReplyEdge: unkeyed,
        PaperRevisionConnection: unkeyed,
        PaperRevisionEdge: unkeyed,
        PaperSection: unkeyed,
        PaperText: unkeyed,
        PaperViewerCan: unkeyed,
        Publication: (one) => (one.paper ? `publication ${one.paper}` : null),
        PublishedFile: unkeyed,
        Verified: unkeyed,
        ChangedSinceSigned: unkeyed,
        DeliveryConnection: unkeyed,
        DeliveryEdge: unkeyed,
        Guest: unkeyed,
        GuestConnection: unkeyed,
        GuestEdge: unkeyed,
        GuestInvitation: unkeyed,
        InvitedGuest: unkeyed,
        KindProgress: unkeyed,
        OwnStatement: unkeyed,
        OwnStatementConnection: unkeyed,
        OwnStatementEdge: unkeyed,
        Endorsement: unkeyed,
        EndorsementStatement: unkeyed,
        EndorsementConnection: unkeyed,
        EndorsementEdge: unkeyed,
        FrozenText: unkeyed,
        Holiday: unkeyed,
        HolidayConnection: unkeyed,
        HolidayEdge: unkeyed,
        OwnEndorsement: unkeyed,
        PaperBlock: unkeyed,
        PaperCitation: unkeyed,
        PaperRecommendation: unkeyed,
        PaperSuggestion: unkeyed,
        SectionWriter: unkeyed,
        SignOnProgress: unkeyed,
        SignOnRow: unkeyed,
        SignOnRowConnection: unkeyed,
        SignOnRowEdge: unkeyed,
        SignOnViewerCan: unkeyed,
        TextChange: unkeyed,
        UnsourcedClaim: unkeyed,
        SignOn: (one) => (one.paper ? `sign-on ${one.paper}` : null),
        SectionDifference: unkeyed,
        Covered: unkeyed,
        ImportColumn: unkeyed,
        ImportCounts: unkeyed,
        ImportPreview: unkeyed,
        ImportRow: unkeyed,
        Due: unkeyed,
        DueConnection: unkeyed,
        DueEdge: unkeyed,
        DueViewerCan: unkeyed,
        DutyRecord: unkeyed,
        MembershipStep: unkeyed,
        PositionConnection: unkeyed,
        PositionEdge: unkeyed,
        Reference: unkeyed,
        Review: unkeyed,
        Standing: unkeyed,
        StandingViewerCan: unkeyed,
        Tally: unkeyed,
        Logo: unkeyed,
        Name: unkeyed,
        PageInfo: unkeyed,
        MembershipConnection: unkeyed,
        MembershipEdge: unkeyed,
        PersonConnection: unkeyed,
        PersonEdge: unkeyed,
        PlaceConnection: unkeyed,
        PlaceEdge: unkeyed,
        MailConnection: unkeyed,
        MailEdge: unkeyed,
        Facets: unkeyed,
        Facet: unkeyed,
        Affiliation: unkeyed,
        Hub: unkeyed,
        DemoFace: unkeyed,
        Viewer: unkeyed,
        SignInProvider: unkeyed,
        LinkedProvider: unkeyed,
        Acting: unkeyed,
        Change: unkeyed,
        NetworkViewerCan: unkeyed,
        OrganisationViewerCan: unkeyed,
        PersonViewerCan: unkeyed,
        TermViewerCan: unkeyed,
        Violation: unkeyed,
      },
      resolvers: {
        Network: {
          members: relayPagination(),
          people: relayPagination(),
          applications: relayPagination(),
          decisions: relayPagination(),
          workingGroups: relayPagination(),
          dues: relayPagination(),
        },
        WorkingGroup: { meetings: relayPagination() },
        Paper: { comments: relayPagination(), revisions: relayPagination() },
        Query: { mails: relayPagination(), papers: relayPagination() },
      },
      updates: {
        Subscription: {
          networkEvents: (result, args, cache) => {
            const entity = { __typename: "Network", id: String(args.network) };
            const { kind, nodeId } = (result as { networkEvents: { kind: string; nodeId: string } })
              .networkEvents;
            // What hangs on these has no name of its own to be refreshed by: ask for it anew.
            if (kind.startsWith("decision.")) cache.invalidate({ __typename: "Decision", id: nodeId });
            if (kind.startsWith("group.")) cache.invalidate({ __typename: "WorkingGroup", id: nodeId });
            if (kind.startsWith("meeting.")) cache.invalidate({ __typename: "Meeting", id: nodeId });
            if (/^(group|meeting|decision)\./.test(kind)) {
              // To which group or meeting it belongs is not said: what is on screen asks again.
              for (const { fieldName, arguments: given } of cache.inspectFields("Query")) {
                if (fieldName === "workingGroup" || fieldName === "meeting") {
                  cache.invalidate("Query", fieldName, given);
                }
              }
            }
            if (kind.startsWith("document.")) {
              dispatchEvent(new Event("sala-library"));
              cache.invalidate({ __typename: "EvidenceDocument", id: nodeId });
              for (const { fieldName, arguments: given } of cache.inspectFields("Query")) {
                if (fieldName === "evidenceDocument") cache.invalidate("Query", fieldName, given);
              }
            }
            if (kind.startsWith("paper.")) {
              for (const { fieldName } of cache.inspectFields({ __typename: "Paper", id: nodeId })) {
                if (fieldName === "signOn" || fieldName === "state" || fieldName === "publication") {
                  cache.invalidate({ __typename: "Paper", id: nodeId }, fieldName);
                }
              }
              cache.invalidate({ __typename: "SignOn", paper: nodeId });
              for (const { fieldName, arguments: given } of cache.inspectFields("Query")) {
                if (fieldName === "papers") cache.invalidate("Query", "papers", given);
              }
            }
            if (kind.startsWith("campaign.")) {
              cache.invalidate({ __typename: "Campaign", id: nodeId });
              for (const { fieldName, arguments: given } of cache.inspectFields("Query")) {
                if (fieldName === "campaigns" || (fieldName === "campaign" && given?.id === nodeId)) {
                  cache.invalidate("Query", fieldName, given);
                }
              }
            }
            // Somebody writes: that is told every second, and to whoever has these minutes on the screen alone.
            if (kind === "dialogue.minuted") {
              cache.invalidate({ __typename: "Dialogue", id: nodeId }, "minutes");
            } else if (kind.startsWith("dialogue.")) {
              cache.invalidate({ __typename: "Dialogue", id: nodeId });
              for (const { fieldName, arguments: given } of cache.inspectFields("Query")) {
                if (fieldName.startsWith("dialogue")) cache.invalidate("Query", fieldName, given);
              }
            }
            if (kind.startsWith("commitment.")) {
              cache.invalidate({ __typename: "Commitment", id: nodeId });
              for (const { fieldName, arguments: given } of cache.inspectFields("Query")) {
                if (fieldName.startsWith("commitment")) cache.invalidate("Query", fieldName, given);
              }
            }
            if (kind.startsWith("map.")) {
              cache.invalidate({ __typename: "StakeholderMap", id: nodeId });
              for (const { fieldName, arguments: given } of cache.inspectFields("Query")) {
                if (fieldName === "stakeholderMap" || fieldName === "stakeholderMaps") {
                  cache.invalidate("Query", fieldName, given);
                }
              }
            }
            if (kind.startsWith("membership.")) {
              cache.invalidate({ __typename: "Membership", id: nodeId });
              cache.invalidate("Query", "viewer");
            }
            for (const field of cache.inspectFields(entity)) {
              if (REFRESHED.includes(field.fieldName)) {
                cache.invalidate(entity, field.fieldName, field.arguments);
              }
            }
          },
          viewerEvents: (_result, _args, cache) => cache.invalidate("Query", "viewer"),
          mailEvents: (_result, _args, cache) => {
            for (const field of cache.inspectFields("Query")) {
              if (field.fieldName === "mails") cache.invalidate("Query", "mails", field.arguments);
            }
          },
          termEvents: (_result, _args, cache) => cache.invalidate("Query", "terms"),
        },
        Mutation: {
          makeAccessToken: (_result, _args, cache) => cache.invalidate("Query", "viewer"),
          revokeAccessToken: (_result, _args, cache) => cache.invalidate("Query", "viewer"),
          endSession: (_result, _args, cache) => cache.invalidate("Query", "viewer"),
          unlinkOpenId: (_result, _args, cache) => cache.invalidate("Query", "viewer"),
          changePassword: (_result, _args, cache) => cache.invalidate("Query", "viewer"),
          actFor: (_result, _args, cache) => cache.invalidate("Query", "viewer"),
          addTerm: (_result, _args, cache) => {
            for (const field of cache.inspectFields("Query")) {
              if (field.fieldName === "terms") cache.invalidate("Query", "terms", field.arguments);
            }
          },
        },
      },
    }),
    // A document travels once; then only its hash, by GET, which is short on a bad line.
    persistedExchange({ preferGetForPersistedQueries: true }),
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: (request) => ({
        subscribe: (sink) => ({
          unsubscribe: socket.subscribe({ ...request, query: request.query ?? "" }, sink),
        }),
      }),
    }),
  ],
});
