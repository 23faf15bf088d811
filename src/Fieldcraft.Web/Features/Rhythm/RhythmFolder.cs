using Fieldcraft.Web.Features.Rhythm.Mailing;
using Fieldcraft.Web.Features.Rhythm.Nudging;
using Fieldcraft.Web.Features.Rhythm.Own.ShowNotices;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>What a person is told and when, their calendar, and what all of it takes of their time (DOMAIN 4.7).</summary>
public sealed class RhythmFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Rhythm/Own", Policies.SignedIn);
        pages.AuthorizeFolder("/Rhythm/ByLink", Policies.Anyone);
    }

    public void Api(RouteGroupBuilder api)
    {
        ShowNoticesApi.Map(api.MapGroup("/notices").RequireAuthorization(Policies.SignedIn).WithTags("notices"));
        RhythmApi.Map(api.MapGroup("/rhythm").RequireAuthorization(Policies.SignedIn).WithTags("rhythm"));
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<Notices>();
        services.AddScoped<NoticesReading>();
        services.AddScoped<Appointments>();
        services.AddScoped<RhythmDesk>();
        services.AddScoped<LoadReading>();
        services.AddScoped<CalendarReading>();
        services.AddScoped<ITimeSource, OwnLoopTime>();
        services.AddScoped<RhythmMail>();
        services.AddScoped<NudgeMail>();
        services.AddScoped<NudgeDesk>();
        services.AddSingleton<NudgeTickets>();
        services.AddSingleton<Unsubscribing>();
        services.AddScoped<IJob, TellByMail>();
        services.AddScoped<IJob, SendDigests>();
        services.AddScoped<IJob, GiveNudges>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        [
            new("rhythm.title", RhythmLinks.Rhythm, LinkPlace.Own),
            new("notices.title", RhythmLinks.Notices, LinkPlace.Account),
            new("load.title", RhythmLinks.Load, LinkPlace.Account),
            new("calendar.title", RhythmLinks.Calendar, LinkPlace.Account),
        ];

    public IReadOnlyList<NoticeKind> Notices => RhythmNotices.All;
}
