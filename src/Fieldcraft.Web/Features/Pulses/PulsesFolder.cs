using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>The pulse (DOMAIN 8.6, 8.8): sixteen statements about how a unit learns, answered in two minutes, that nobody can lead back to who answered.</summary>
public sealed class PulsesFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Pulses/Own", Policies.SignedIn);
        pages.AuthorizeFolder("/Pulses/Answering", Policies.Anyone);
    }

    public void Api(RouteGroupBuilder api)
    {
        PulsesApi.Map(api.MapGroup("/pulses").RequireAuthorization(Policies.SignedIn).WithTags("pulses"));
        PulsesApi.MapAnswers(
            api.MapGroup("/pulse-answers").Counts(PulseAnswering.Tries).RequireAuthorization(Policies.Anyone).WithTags("pulses")
        );
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        viewer.Proof == Proof.Machine ? [] : [new("pulses.title", PulsesLinks.List, LinkPlace.Strategy)];

    public IReadOnlyList<NoticeKind> Notices => PulsesNotices.All;

    public void Services(IServiceCollection services)
    {
        services.AddScoped<PulseDesk>();
        services.AddScoped<PulseReading>();
        services.AddScoped<PulseAnswering>();
        services.AddScoped<PulseTalks>();
        services.AddScoped<IJob, LookAfterPulses>();
        services.AddScoped<IJob, RemindOfPulse>();
    }
}
