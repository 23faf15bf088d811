using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Strategy.WorkingSessions;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>The learning strategy (S4; DOMAIN 8): diagnosis, policies and actions; work map, gaps, ledger; requests; promises of leaders.</summary>
public sealed class StrategyFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Strategy", Policies.SignedIn);
        pages.AuthorizeFolder("/Strategy/WorkingSessions", Policies.OwnItems);
        pages.AddPageRoute("/Strategy/WritePiece/WritePiece", "/strategy/{id:guid}/change");
    }

    public void Api(RouteGroupBuilder api)
    {
        StrategyApi.Map(api.MapGroup("").RequireAuthorization(Policies.SignedIn).WithTags("strategy"));
        ConsensusApi.Map(api.MapGroup("/strategy/consensus-votes").RequireAuthorization(Policies.SignedIn).WithTags("strategy"));
        StrategySessionsApi.Map(api.MapGroup("/strategy/sessions").RequireAuthorization(Policies.OwnItems).WithTags("strategy"));
        StatingApi.Map(api.MapGroup("/strategy").RequireAuthorization(Policies.SignedIn).WithTags("strategy"));
        RequestsApi.Map(api.MapGroup("/requests").RequireAuthorization(Policies.SignedIn).WithTags("requests"));
        PromisesApi.Map(api.MapGroup("/commitments").RequireAuthorization(Policies.SignedIn).WithTags("commitments"));
    }

    public IEnumerable<RoomLink> Links(Viewer viewer)
    {
        // On a machine of one's own there is nobody to agree with, and no learning team to ask.
        if (viewer.Proof == Proof.Machine)
        {
            yield break;
        }

        if (viewer.MayReadStrategy())
        {
            yield return new("strategy.title", StrategyLinks.Room, LinkPlace.Strategy);
            yield return new("strategy.work", StrategyLinks.Work, LinkPlace.Strategy);
            yield return new("strategy.part.gaps", StrategyLinks.Gaps, LinkPlace.Strategy);
        }

        if (viewer.LeadsPeople())
        {
            yield return new("strategy.part.promises", StrategyLinks.Promises, LinkPlace.Strategy);
        }

        yield return new("strategy.places", StrategyLinks.Places, LinkPlace.Strategy);
        yield return new("requests.title", StrategyLinks.Requests, LinkPlace.Strategy);
    }

    public IReadOnlyList<NoticeKind> Notices => StrategyNotices.All;

    public void Services(IServiceCollection services)
    {
        services.AddScoped<StrategyReading>();
        services.AddScoped<StrategyDesk>();
        services.AddScoped<EffectReading>();
        services.AddScoped<StatingConditions>();
        services.AddScoped<StrategySessions>();
        services.AddScoped<LedgerReading>();
        services.AddScoped<ConsensusDesk>();
        services.AddScoped<RequestDesk>();
        services.AddScoped<PromiseDesk>();
    }
}
