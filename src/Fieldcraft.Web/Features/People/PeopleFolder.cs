using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.People;

/// <summary>The directory: who works where, and with whom. Facts for finding people, nothing that judges them.</summary>
public sealed class PeopleFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/People", Policies.SignedIn);
        foreach (
            var changing in (string[])
                [
                    "CorrectPerson/CorrectPerson",
                    "CorrectPerson/AddPerson",
                    "EndPerson/EndPerson",
                    "CorrectUnit/CorrectUnit",
                    "CorrectUnit/OpenUnit",
                ]
        )
        {
            pages.AuthorizePage($"/People/{changing}", Policies.Administrator);
        }
    }

    public void Api(RouteGroupBuilder api)
    {
        PeopleApi.Map(api);
        UnitsApi.Map(api);
        ImportsApi.Map(api);
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<PeopleReading>();
        services.AddScoped<PersonDesk>();
        services.AddScoped<UnitReading>();
        services.AddScoped<UnitDesk>();
        services.AddScoped<IFinder, PeopleFinder>();
        services.AddScoped<IFinder, UnitFinder>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        [new RoomLink("people.title", PeopleLinks.List, LinkPlace.People, PeopleLinks.Units)];
}
