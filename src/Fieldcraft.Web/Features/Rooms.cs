using Fieldcraft.Web.Features.Account;
using Fieldcraft.Web.Features.Administration;
using Fieldcraft.Web.Features.Alongside;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Board;
using Fieldcraft.Web.Features.Calculations;
using Fieldcraft.Web.Features.Checks;
using Fieldcraft.Web.Features.Circles;
using Fieldcraft.Web.Features.Communities;
using Fieldcraft.Web.Features.Conditions;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Features.DemoDesk;
using Fieldcraft.Web.Features.Embedding;
using Fieldcraft.Web.Features.Experience;
using Fieldcraft.Web.Features.Experiments;
using Fieldcraft.Web.Features.Feedback;
using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Features.Growth;
using Fieldcraft.Web.Features.Home;
using Fieldcraft.Web.Features.Insight;
using Fieldcraft.Web.Features.Journal;
using Fieldcraft.Web.Features.Loop;
using Fieldcraft.Web.Features.Modules;
using Fieldcraft.Web.Features.Moves;
using Fieldcraft.Web.Features.OnTheFloor;
using Fieldcraft.Web.Features.Opportunities;
using Fieldcraft.Web.Features.Outcomes;
using Fieldcraft.Web.Features.Pace;
using Fieldcraft.Web.Features.Partners;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Features.Planners;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Pulses;
using Fieldcraft.Web.Features.Readiness;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Features.SecondOpinions;
using Fieldcraft.Web.Features.SetUp;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Features.SharedIdeas;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Features.SignIn;
using Fieldcraft.Web.Features.Sites;
using Fieldcraft.Web.Features.Staffing;
using Fieldcraft.Web.Features.Stories;
using Fieldcraft.Web.Features.Strategy;
using Fieldcraft.Web.Features.TeachingSessions;
using Fieldcraft.Web.Features.Workshops;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features;

/// <summary>One folder of features: who may open its pages, its operations, and what only it needs.</summary>
public interface IRoom
{
    void Pages(PageConventionCollection pages);

    void Api(RouteGroupBuilder api) { }

    void Services(IServiceCollection services) { }

    /// <summary>The ways in that the layout offers this viewer, in the order of the rooms. Never one that the viewer would find shut.</summary>
    IEnumerable<RoomLink> Links(Viewer viewer) => [];

    /// <summary>What the room tells people; the preferences list these kinds.</summary>
    IReadOnlyList<NoticeKind> Notices => [];
}

/// <summary>Every room of the product.</summary>
public static class Rooms
{
    public static readonly IReadOnlyList<IRoom> All =
    [
        new HomeFolder(),
        new AssignmentsFolder(),
        new SecondOpinionsFolder(),
        new PlansFolder(),
        new ExperimentsFolder(),
        new FeedbackFolder(),
        new ReviewsFolder(),
        new JournalFolder(),
        new SharingFolder(),
        new OpportunitiesFolder(),
        new BoardFolder(),
        new WorkshopsFolder(),
        new GrowthFolder(),
        new FrameworksFolder(),
        new ChecksFolder(),
        new ExperienceFolder(),
        new MovesFolder(),
        new PaceFolder(),
        new ProgrammesFolder(),
        new LoopFolder(),
        new OutcomesFolder(),
        new EmbeddingFolder(),
        new ModulesFolder(),
        new PlannersFolder(),
        new ReadinessFolder(),
        new RolloutsFolder(),
        new TeachingSessionsFolder(),
        new FloorFolder(),
        new SitesFolder(),
        new StrategyFolder(),
        new PulsesFolder(),
        new InsightFolder(),
        new CirclesFolder(),
        new CommunitiesFolder(),
        new PartnersFolder(),
        new IdeasFolder(),
        new StoriesFolder(),
        new AlongsideFolder(),
        new StaffingFolder(),
        new RhythmFolder(),
        new ConversationsFolder(),
        new PeopleFolder(),
        new ConditionsFolder(),
        new FindingFolder(),
        new AdministrationFolder(),
        new AccountFolder(),
        new SignInFolder(),
        new SetUpFolder(),
        new CalculationsFolder(),
        new SharedFolder(),
        new DemoDeskFolder(),
    ];
}
