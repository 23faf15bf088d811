using Fieldcraft.Web.Features.Embedding.Boards;
using Fieldcraft.Web.Features.Embedding.Huddles;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>What keeps a module alive after it was taught: tips, board, huddles, cards, award, team actions and look-backs (DOMAIN 7.2).</summary>
public sealed class EmbeddingFolder : IRoom
{
    private static readonly string[] Rooms = ["Kits", "Tips", "Boards", "Huddles", "Awards", "Actions", "LookingBack"];

    public void Pages(PageConventionCollection pages)
    {
        foreach (var room in Rooms)
        {
            pages.AuthorizeFolder($"/Embedding/{room}", Policies.SignedIn);
        }

        pages.AuthorizeFolder("/Embedding/ByLink", Policies.Anyone);
    }

    public void Api(RouteGroupBuilder api)
    {
        TipsApi.Map(api.MapGroup("/tips").RequireAuthorization(Policies.SignedIn).WithTags("tips"));
        AwardsApi.Map(api.MapGroup("/awards").RequireAuthorization(Policies.SignedIn).WithTags("awards"));
        TeamActionsApi.Map(api.MapGroup("/team-actions").RequireAuthorization(Policies.SignedIn).WithTags("team-actions"));
        KitApi.Map(api.MapGroup("/rollouts/sites").RequireAuthorization(Policies.SignedIn).WithTags("rollouts"));
        LookBacksApi.Map(api.MapGroup("/programmes").RequireAuthorization(Policies.SignedIn).WithTags("programmes"));
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<KeptSites>();
        services.AddScoped<SitePeople>();
        services.AddScoped<KitDesk>();
        services.AddScoped<ResultsReading>();
        services.AddScoped<TipDesk>();
        services.AddScoped<TipsReading>();
        services.AddScoped<BoardReading>();
        services.AddScoped<HuddleReading>();
        services.AddScoped<AwardDesk>();
        services.AddScoped<AwardsReading>();
        services.AddScoped<TeamActionDesk>();
        services.AddScoped<TeamActionsReading>();
        services.AddScoped<LookBackDesk>();
        services.AddScoped<IJob, CountSiteResults>();
        services.AddScoped<IJob, AskAboutTeamActions>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        [
            new("embedding.title", EmbeddingLinks.Mine, LinkPlace.TeamLearning, "/awards"),
            .. viewer.HasReports
                ? [new RoomLink("embedding.actions.title", EmbeddingLinks.TeamActions, LinkPlace.TeamLearning)]
                : Array.Empty<RoomLink>(),
        ];

    public IReadOnlyList<NoticeKind> Notices => EmbeddingNotices.All;
}
