using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.Journal;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Domain.Staffing;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;

namespace Fieldcraft.Web.Demo;

/// <summary>Everything that the demo's life left behind, waiting to be stored.</summary>
internal sealed class DemoRows
{
    public List<SignInAccount> Accounts { get; } = [];
    public List<Grant> Grants { get; } = [];
    public List<Assignment> Assignments { get; } = [];
    public List<Answer> Answers { get; } = [];
    public List<ChallengeProfile> Profiles { get; } = [];
    public List<CheckIn> CheckIns { get; } = [];
    public List<DevelopmentPlan> Plans { get; } = [];
    public List<LeadershipExperiment> Experiments { get; } = [];
    public List<FeedbackRequest> Requests { get; } = [];
    public List<AfterEventReview> Reviews { get; } = [];
    public List<JournalEntry> Entries { get; } = [];
    public List<Share> Shares { get; } = [];
    public List<Look> Looks { get; } = [];
    public List<PersonalRhythm> Rhythms { get; } = [];
    public List<Nudge> Nudges { get; } = [];

    /// <summary>What each person said in their strain checks; what of it is kept is sealed.</summary>
    public Dictionary<PersonId, List<StrainCheckIn>> Strain { get; } = [];
    public List<KeyWrap> Wraps { get; } = [];
    public List<Condition> Conditions { get; } = [];
    public List<Circle> Circles { get; } = [];
    public List<CircleMeeting> CircleMeetings { get; } = [];
    public List<CircleCommitment> Commitments { get; } = [];
    public List<Community> Communities { get; } = [];
    public List<CommunityMembership> Memberships { get; } = [];
    public List<CommunityMeeting> CommunityMeetings { get; } = [];
    public List<CommunityFinding> Findings { get; } = [];
    public List<LiveSession> LiveSessions { get; } = [];
    public List<SessionMember> SessionMembers { get; } = [];
    public List<SessionAnswer> SessionAnswers { get; } = [];
    public List<PartnerOffer> PartnerOffers { get; } = [];
    public List<Partnership> Partnerships { get; } = [];
    public List<PartnerMeeting> PartnerMeetings { get; } = [];
    public List<PartnerNote> PartnerNotes { get; } = [];
    public List<AppraisalSeason> Seasons { get; } = [];
    public List<OutsideCopy> OutsideCopies { get; } = [];
    public List<Idea> SharedIdeas { get; } = [];
    public List<GrowthStory> Growth { get; } = [];
    public List<PublishedStory> Published { get; } = [];
    public List<LearningOffer> Offers { get; } = [];
    public List<AlongsideVisit> Visits { get; } = [];
    public List<VisitReflection> Reflections { get; } = [];
    public List<StaffingTalk> Talks { get; } = [];
    public List<StaffingEntry> StaffingEntries { get; } = [];
    public List<Notice> Notices { get; } = [];
    public List<Appointment> Appointments { get; } = [];
    public List<JobRow> Jobs { get; } = [];

    /// <summary>Stores all of it; called inside one write.</summary>
    public async Task StoreAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        await db.InsertAsync(Accounts, null, cancellationToken);
        await db.InsertAsync(Grants, null, cancellationToken);
        await db.InsertAsync(Assignments, null, cancellationToken);
        await db.InsertAsync(Answers, null, cancellationToken);
        await db.InsertAsync(Profiles, null, cancellationToken);
        await db.InsertAsync(CheckIns, null, cancellationToken);
        await db.InsertAsync(Plans, null, cancellationToken);
        await db.InsertAsync([.. Plans.SelectMany(p => p.Goals)], null, cancellationToken);
        await db.InsertAsync([.. Plans.SelectMany(p => p.Steps)], null, cancellationToken);
        await db.InsertAsync([.. Plans.SelectMany(p => p.Behaviours)], null, cancellationToken);
        await db.InsertAsync([.. Plans.SelectMany(p => p.Supporters)], null, cancellationToken);
        await db.InsertAsync([.. Plans.SelectMany(p => p.Sources)], null, cancellationToken);
        await db.InsertAsync(Experiments, null, cancellationToken);
        await db.InsertAsync(Requests, null, cancellationToken);
        await db.InsertAsync(Reviews, null, cancellationToken);
        await db.InsertAsync(Entries, null, cancellationToken);
        await db.InsertAsync(Shares, null, cancellationToken);
        await db.InsertAsync([.. Shares.SelectMany(s => s.Readers)], null, cancellationToken);
        await db.InsertAsync(Looks, null, cancellationToken);
        await db.InsertAsync(Conditions, null, cancellationToken);
        await db.InsertAsync([.. Conditions.SelectMany(c => c.Editions)], null, cancellationToken);
        await db.InsertAsync(Circles, null, cancellationToken);
        await db.InsertAsync([.. Circles.SelectMany(c => c.Members)], null, cancellationToken);
        await db.InsertAsync(CircleMeetings, null, cancellationToken);
        await db.InsertAsync(Commitments, null, cancellationToken);
        await db.InsertAsync(Communities, null, cancellationToken);
        await db.InsertAsync(Memberships, null, cancellationToken);
        await db.InsertAsync(CommunityMeetings, null, cancellationToken);
        await db.InsertAsync(Findings, null, cancellationToken);
        await db.InsertAsync(Rhythms, null, cancellationToken);
        await db.InsertAsync([.. Rhythms.SelectMany(r => r.Tellings)], null, cancellationToken);
        await db.InsertAsync(Nudges, null, cancellationToken);
        await db.InsertAsync(LiveSessions, null, cancellationToken);
        await db.InsertAsync(SessionMembers, null, cancellationToken);
        await db.InsertAsync(SessionAnswers, null, cancellationToken);
        await db.InsertAsync(Growth, null, cancellationToken);
        await db.InsertAsync(Published, null, cancellationToken);
        await db.InsertAsync(Offers, null, cancellationToken);
        await db.InsertAsync(Visits, null, cancellationToken);
        await db.InsertAsync(Reflections, null, cancellationToken);
        await db.InsertAsync(Talks, null, cancellationToken);
        await db.InsertAsync([.. Talks.SelectMany(t => t.Holders)], null, cancellationToken);
        await db.InsertAsync([.. Talks.SelectMany(t => t.Asked)], null, cancellationToken);
        await db.InsertAsync(StaffingEntries, null, cancellationToken);
        await db.InsertAsync(Notices, null, cancellationToken);
        await db.InsertAsync(Appointments, null, cancellationToken);
        await db.InsertAsync(Wraps, null, cancellationToken);
        await db.InsertAsync(PartnerOffers, null, cancellationToken);
        await db.InsertAsync([.. PartnerOffers.SelectMany(o => o.Lines)], null, cancellationToken);
        await db.InsertAsync(Partnerships, null, cancellationToken);
        await db.InsertAsync([.. Partnerships.SelectMany(p => p.Members)], null, cancellationToken);
        await db.InsertAsync(PartnerMeetings, null, cancellationToken);
        await db.InsertAsync([.. PartnerMeetings.SelectMany(m => m.Wishes)], null, cancellationToken);
        await db.InsertAsync(PartnerNotes, null, cancellationToken);
        await db.InsertAsync(Seasons, null, cancellationToken);
        await db.InsertAsync(OutsideCopies, null, cancellationToken);
        await db.InsertAsync(SharedIdeas, null, cancellationToken);
        await db.InsertAsync(Jobs, null, cancellationToken);
    }
}
