using Fieldcraft.Web.Features.Outcomes.Asked;
using Fieldcraft.Web.Features.Outcomes.Cases;
using Fieldcraft.Web.Features.Outcomes.Figures;
using Fieldcraft.Web.Features.Outcomes.Levels;
using Fieldcraft.Web.Features.Outcomes.Measures;
using Fieldcraft.Web.Features.Outcomes.Reading;
using Fieldcraft.Web.Features.Outcomes.ReadOutcome;
using Fieldcraft.Web.Features.Outcomes.Signs;
using Fieldcraft.Web.Features.Outcomes.Use;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Outcomes;

/// <summary>What a programme moved, and what cannot be said: measures and figures, signs at work, success cases (DOMAIN 7.9, 7.10).</summary>
public sealed class OutcomesFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Outcomes", Policies.SignedIn);

    public void Api(RouteGroupBuilder api)
    {
        var outcomes = api.MapGroup("/outcomes").RequireAuthorization(Policies.SignedIn).WithTags("outcomes");
        OutcomesApi.Map(outcomes);
        MeasuresApi.Map(outcomes);
        FiguresApi.Map(outcomes);
        SignsApi.Map(outcomes);
        CasesApi.Map(outcomes);
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<MeasureDesk>();
        services.AddScoped<FigureDesk>();
        services.AddScoped<OutcomeReading>();
        services.AddScoped<MonthSheets>();
        services.AddScoped<SignReading>();
        services.AddScoped<SignDesk>();
        services.AddScoped<UseDesk>();
        services.AddScoped<CaseReading>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<LevelsReading>();
        services.AddScoped<AskedReading>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        viewer.HasReports || viewer.MayReadOutcomes() ? [new("outcomes.room", OutcomesLinks.Room, LinkPlace.TeamLearning)] : [];

    public IReadOnlyList<NoticeKind> Notices => OutcomeNotices.All;
}
