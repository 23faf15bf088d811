using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Assignments.Api;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>Real work to learn from: the questions, the challenge profile, the guard and the strain check. Its owner's alone.</summary>
public sealed class AssignmentsFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Assignments", Policies.OwnItems);

    public void Api(RouteGroupBuilder api)
    {
        var assignments = api.MapGroup("/assignments").RequireAuthorization(Policies.OwnItems).WithTags("assignments");
        AssignmentsApi.Map(assignments);
        ProfileApi.Map(assignments);
        OpinionsApi.Map(assignments);
        AnswersApi.MapUnderAssignment(assignments);
        AnswersApi.Map(api.MapGroup("/answers").RequireAuthorization(Policies.OwnItems).WithTags("answers"));
        CheckInsApi.Map(api.MapGroup("/strain-check-ins").RequireAuthorization(Policies.OwnItems).WithTags("strain-check-ins"));
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("assignments.title", AssignmentsLinks.List, LinkPlace.Own)];

    public void Services(IServiceCollection services)
    {
        services.AddContent();
        services.AddScoped<AssignmentsReading>();
        services.AddScoped<AssignmentsWriting>();
        services.AddScoped<ProfileReading>();
        services.AddScoped<StrainStates>();
        services.AddScoped<AskingOpinions>();
        services.AddScoped<FirstActions>();
        services.AddScoped<IShareable, ShareableAssignment>();
        services.AddScoped<IShareable, ShareableProfile>();
    }
}
