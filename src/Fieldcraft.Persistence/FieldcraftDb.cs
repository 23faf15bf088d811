using System.Data;
using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.Journal;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Pace;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Domain.Staffing;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Fieldcraft.Persistence;

/// <summary>The one database of the product, on SQLite or PostgreSQL. Every write passes the gate and takes its events with it.</summary>
public sealed class FieldcraftDb(DbContextOptions<FieldcraftDb> options) : DbContext(options)
{
    private bool _insideGate;

    public DbSet<Installation> Installations => Set<Installation>();
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<ReportingLine> ReportingLines => Set<ReportingLine>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<SignInAccount> Accounts => Set<SignInAccount>();
    public DbSet<SignInSession> Sessions => Set<SignInSession>();
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();
    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();
    public DbSet<PersonPin> PersonPins => Set<PersonPin>();
    public DbSet<SignInNotice> SignInNotices => Set<SignInNotice>();
    public DbSet<ThrottleCounter> ThrottleCounters => Set<ThrottleCounter>();
    public DbSet<JournalEntry> JournalEntries => Set<JournalEntry>();
    public DbSet<DevelopmentPlan> Plans => Set<DevelopmentPlan>();
    public DbSet<PlanItem> PlanItems => Set<PlanItem>();
    public DbSet<LeadershipExperiment> Experiments => Set<LeadershipExperiment>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<ChallengeProfile> ChallengeProfiles => Set<ChallengeProfile>();
    public DbSet<OpinionRequest> OpinionRequests => Set<OpinionRequest>();
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();
    public DbSet<Circle> Circles => Set<Circle>();
    public DbSet<CircleMeeting> CircleMeetings => Set<CircleMeeting>();
    public DbSet<CircleCommitment> CircleCommitments => Set<CircleCommitment>();
    public DbSet<Community> Communities => Set<Community>();
    public DbSet<CommunityMembership> CommunityMemberships => Set<CommunityMembership>();
    public DbSet<CommunityMeeting> CommunityMeetings => Set<CommunityMeeting>();
    public DbSet<CommunityFinding> CommunityFindings => Set<CommunityFinding>();
    public DbSet<Condition> Conditions => Set<Condition>();
    public DbSet<ConditionEdition> ConditionEditions => Set<ConditionEdition>();
    public DbSet<StagedImport> StagedImports => Set<StagedImport>();
    public DbSet<StagedRow> StagedRows => Set<StagedRow>();
    public DbSet<RememberedMapping> RememberedMappings => Set<RememberedMapping>();
    public DbSet<Share> Shares => Set<Share>();
    public DbSet<Look> Looks => Set<Look>();
    public DbSet<FeedbackRequest> FeedbackRequests => Set<FeedbackRequest>();
    public DbSet<AfterEventReview> Reviews => Set<AfterEventReview>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<PersonalRhythm> Rhythms => Set<PersonalRhythm>();
    public DbSet<Nudge> Nudges => Set<Nudge>();
    public DbSet<LiveSession> LiveSessions => Set<LiveSession>();
    public DbSet<SessionMember> SessionMembers => Set<SessionMember>();
    public DbSet<SessionAnswer> SessionAnswers => Set<SessionAnswer>();
    public DbSet<PartnerOffer> PartnerOffers => Set<PartnerOffer>();
    public DbSet<Partnership> Partnerships => Set<Partnership>();
    public DbSet<PartnershipMember> PartnershipMembers => Set<PartnershipMember>();
    public DbSet<PartnerMeeting> PartnerMeetings => Set<PartnerMeeting>();
    public DbSet<PartnerNote> PartnerNotes => Set<PartnerNote>();
    public DbSet<AppraisalSeason> AppraisalSeasons => Set<AppraisalSeason>();
    public DbSet<GroupTalk> GroupTalks => Set<GroupTalk>();
    public DbSet<OutsideCopy> OutsideCopies => Set<OutsideCopy>();
    public DbSet<Idea> SharedIdeas => Set<Idea>();
    public DbSet<GrowthStory> GrowthStories => Set<GrowthStory>();
    public DbSet<PublishedStory> PublishedStories => Set<PublishedStory>();
    public DbSet<Workshop> Workshops => Set<Workshop>();
    public DbSet<WorkshopSeat> WorkshopSeats => Set<WorkshopSeat>();
    public DbSet<WorkshopInvitation> WorkshopInvitations => Set<WorkshopInvitation>();
    public DbSet<CoachingSlot> CoachingSlots => Set<CoachingSlot>();
    public DbSet<WorkshopNote> WorkshopNotes => Set<WorkshopNote>();
    public DbSet<InitiativeCheck> InitiativeChecks => Set<InitiativeCheck>();
    public DbSet<CheckTally> CheckTallies => Set<CheckTally>();
    public DbSet<CheckContribution> CheckContributions => Set<CheckContribution>();
    public DbSet<GroupFigure> GroupFigures => Set<GroupFigure>();
    public DbSet<WorkshopFigures> WorkshopFigures => Set<WorkshopFigures>();
    public DbSet<LearningOffer> LearningOffers => Set<LearningOffer>();
    public DbSet<AlongsideVisit> AlongsideVisits => Set<AlongsideVisit>();
    public DbSet<VisitReflection> VisitReflections => Set<VisitReflection>();
    public DbSet<StaffingTalk> StaffingTalks => Set<StaffingTalk>();
    public DbSet<StaffingEntry> StaffingEntries => Set<StaffingEntry>();
    public DbSet<FrameworkEdition> FrameworkEditions => Set<FrameworkEdition>();
    public DbSet<GrowthStatement> GrowthStatements => Set<GrowthStatement>();
    public DbSet<PullReflection> PullReflections => Set<PullReflection>();
    public DbSet<GrowthAims> GrowthAims => Set<GrowthAims>();
    public DbSet<LeadershipCheck> LeadershipChecks => Set<LeadershipCheck>();
    public DbSet<RaterInvitation> RaterInvitations => Set<RaterInvitation>();
    public DbSet<RaterAnswer> RaterAnswers => Set<RaterAnswer>();
    public DbSet<PastExperience> PastExperiences => Set<PastExperience>();
    public DbSet<MoveComparison> MoveComparisons => Set<MoveComparison>();
    public DbSet<StrategyEntry> StrategyEntries => Set<StrategyEntry>();
    public DbSet<StrategyWording> StrategyWordings => Set<StrategyWording>();
    public DbSet<StrategyStance> StrategyStances => Set<StrategyStance>();
    public DbSet<StrategyEffect> StrategyEffects => Set<StrategyEffect>();
    public DbSet<ConsensusVote> ConsensusVotes => Set<ConsensusVote>();
    public DbSet<ConsensusBallot> ConsensusBallots => Set<ConsensusBallot>();
    public DbSet<FindingAnswer> FindingAnswers => Set<FindingAnswer>();
    public DbSet<LearningRequest> LearningRequests => Set<LearningRequest>();
    public DbSet<EnablingPromise> EnablingPromises => Set<EnablingPromise>();
    public DbSet<Release> Releases => Set<Release>();
    public DbSet<ReleaseCell> ReleaseCells => Set<ReleaseCell>();
    public DbSet<ReleaseFigure> ReleaseFigures => Set<ReleaseFigure>();
    public DbSet<ReleaseStanding> ReleaseStandings => Set<ReleaseStanding>();
    public DbSet<KeptView> KeptViews => Set<KeptView>();
    public DbSet<Pulse> Pulses => Set<Pulse>();
    public DbSet<PulseInvitation> PulseInvitations => Set<PulseInvitation>();
    public DbSet<PulseAnswer> PulseAnswers => Set<PulseAnswer>();
    public DbSet<PulseTalk> PulseTalks => Set<PulseTalk>();
    public DbSet<ProviderEntry> ProviderEntries => Set<ProviderEntry>();
    public DbSet<CustomerDialogue> CustomerDialogues => Set<CustomerDialogue>();
    public DbSet<Opportunity> Opportunities => Set<Opportunity>();
    public DbSet<PropositionVersion> PropositionVersions => Set<PropositionVersion>();
    public DbSet<CustomerLink> CustomerLinks => Set<CustomerLink>();
    public DbSet<PacePicture> PacePictures => Set<PacePicture>();
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Module> Modules => Set<Module>();
    public DbSet<ModuleEdition> ModuleEditions => Set<ModuleEdition>();
    public DbSet<ModulePilot> ModulePilots => Set<ModulePilot>();
    public DbSet<ModuleMedia> ModuleMedia => Set<ModuleMedia>();
    public DbSet<MediaFile> MediaFiles => Set<MediaFile>();
    public DbSet<Routine> Routines => Set<Routine>();
    public DbSet<Planner> Planners => Set<Planner>();
    public DbSet<PlannerText> PlannerTexts => Set<PlannerText>();
    public DbSet<PreparationEvent> PreparationEvents => Set<PreparationEvent>();
    public DbSet<PreparationSeat> PreparationSeats => Set<PreparationSeat>();
    public DbSet<LeaderReadiness> LeaderReadiness => Set<LeaderReadiness>();
    public DbSet<LeaderComfort> LeaderComforts => Set<LeaderComfort>();
    public DbSet<ConfidenceTally> ConfidenceTallies => Set<ConfidenceTally>();
    public DbSet<ModuleRollout> ModuleRollouts => Set<ModuleRollout>();
    public DbSet<RolloutProposal> RolloutProposals => Set<RolloutProposal>();
    public DbSet<TeachingSession> TeachingSessions => Set<TeachingSession>();
    public DbSet<SessionSeat> SessionSeats => Set<SessionSeat>();
    public DbSet<AttendanceNote> AttendanceNotes => Set<AttendanceNote>();
    public DbSet<SessionLog> SessionLogs => Set<SessionLog>();
    public DbSet<SessionRun> SessionRuns => Set<SessionRun>();
    public DbSet<SwapRequest> SwapRequests => Set<SwapRequest>();
    public DbSet<LeaderAbsence> LeaderAbsences => Set<LeaderAbsence>();
    public DbSet<SiteGround> SiteGrounds => Set<SiteGround>();
    public DbSet<RosterEntry> RosterEntries => Set<RosterEntry>();
    public DbSet<TeamIdea> TeamIdeas => Set<TeamIdea>();
    public DbSet<IdeaStay> IdeaStays => Set<IdeaStay>();
    public DbSet<IdeaAnswer> IdeaAnswers => Set<IdeaAnswer>();
    public DbSet<LoopMeeting> LoopMeetings => Set<LoopMeeting>();
    public DbSet<OutcomeMeasure> OutcomeMeasures => Set<OutcomeMeasure>();
    public DbSet<SiteFigure> SiteFigures => Set<SiteFigure>();
    public DbSet<FigureImport> FigureImports => Set<FigureImport>();
    public DbSet<SignSighting> SignSightings => Set<SignSighting>();
    public DbSet<TeamUse> TeamUses => Set<TeamUse>();
    public DbSet<CaseDraw> CaseDraws => Set<CaseDraw>();
    public DbSet<SuccessCase> SuccessCases => Set<SuccessCase>();
    public DbSet<SiteKit> SiteKits => Set<SiteKit>();
    public DbSet<SiteResult> SiteResults => Set<SiteResult>();
    public DbSet<Tip> Tips => Set<Tip>();
    public DbSet<TipPhoto> TipPhotos => Set<TipPhoto>();
    public DbSet<Nomination> Nominations => Set<Nomination>();
    public DbSet<TeamAction> TeamActions => Set<TeamAction>();
    public DbSet<LookBack> LookBacks => Set<LookBack>();
    public DbSet<Holiday> Holidays => Set<Holiday>();
    public DbSet<Posting> Postings => Set<Posting>();
    public DbSet<Interest> Interests => Set<Interest>();
    public DbSet<InterestLine> InterestLines => Set<InterestLine>();
    public DbSet<TrialNotice> TrialNotices => Set<TrialNotice>();

    public DbSet<KeyWrap> KeyWraps => Set<KeyWrap>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<JobRow> Jobs => Set<JobRow>();
    public DbSet<IdempotentRequest> IdempotentRequests => Set<IdempotentRequest>();

    public bool IsSqlite => Database.IsSqlite();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Writes are asynchronous: they wait for their turn at the gate.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        WriteDownWhatHappened();
        using var turn = await EnterGateAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Runs several statements as one write: one turn at the gate, one transaction, all or nothing.</summary>
    public async Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await EnterGateAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(IsolationLevel.Unspecified, cancellationToken);
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    public Task WriteAsync(Func<Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async () =>
            {
                await work();
                return 0;
            },
            cancellationToken
        );

    /// <summary>Saves, unless somebody saved another version of the same thing meanwhile; then nothing is saved and the tracked state is dropped.</summary>
    public async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>
    /// Keeps other nodes from the same kind of bulk work until this transaction ends. On SQLite the gate does so already.
    /// </summary>
    public Task HoldAsync(BulkWork work, CancellationToken cancellationToken) =>
        IsSqlite ? Task.CompletedTask : Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({(long)work})", cancellationToken);

    /// <summary>
    /// Keeps other nodes from a round until this transaction ends, so that no answer comes in while it is being closed. On SQLite the gate does so already.
    /// </summary>
    public Task HoldAsync(LeadershipCheckId check, CancellationToken cancellationToken) =>
        HoldRowAsync($"""select 1 from "LeadershipChecks" where "Id" = {check.Value} for update""", cancellationToken);

    /// <inheritdoc cref="HoldAsync(LeadershipCheckId, CancellationToken)"/>
    public Task HoldAsync(PulseId pulse, CancellationToken cancellationToken) =>
        HoldRowAsync($"""select 1 from "Pulses" where "Id" = {pulse.Value} for update""", cancellationToken);

    /// <inheritdoc cref="HoldAsync(LeadershipCheckId, CancellationToken)"/>
    public Task HoldAsync(ConsensusVoteId vote, CancellationToken cancellationToken) =>
        HoldRowAsync($"""select 1 from "ConsensusVotes" where "Id" = {vote.Value} for update""", cancellationToken);

    private Task HoldRowAsync(FormattableString hold, CancellationToken cancellationToken) =>
        IsSqlite ? Task.CompletedTask : Database.ExecuteSqlAsync(hold, cancellationToken);

    /// <summary>Puts work into the queue, in the transaction of this save. A <paramref name="key"/> keeps the same work from being queued twice.</summary>
    public void Enqueue(JobRow job) => Jobs.Add(job);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FieldcraftDb).Assembly);
        Conventions.Finish(modelBuilder, Database.IsSqlite());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Configure(configurationBuilder, Database.IsSqlite());

    private void WriteDownWhatHappened()
    {
        foreach (var aggregate in ChangeTracker.Entries<IAggregate>().Select(e => e.Entity).Where(a => a.Events.Count > 0).ToList())
        {
            foreach (var happened in aggregate.Events)
            {
                Events.Add(EventRow.Of(happened));
            }

            aggregate.ForgetEvents();
        }
    }

    private async Task<IDisposable?> EnterGateAsync(CancellationToken cancellationToken)
    {
        if (_insideGate || !IsSqlite)
        {
            return null;
        }

        var turn = await WriteGate.Of(this).EnterAsync(cancellationToken);
        _insideGate = true;
        return new Turn(this, turn);
    }

    private sealed class Turn(FieldcraftDb db, IDisposable gate) : IDisposable
    {
        public void Dispose()
        {
            db._insideGate = false;
            gate.Dispose();
        }
    }
}

/// <summary>Work that changes much at once, and of which one at a time may run.</summary>
public enum BulkWork
{
    DirectoryImport = 4711,
}
