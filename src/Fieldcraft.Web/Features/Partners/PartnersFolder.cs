using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>Mentors, peers, coaches, managers as enablers (DOMAIN 4.6): found by what they offer, asked, agreed with, met by rhythm, ended well.</summary>
public sealed class PartnersFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Partners", Policies.OwnItems);
        pages.AuthorizePage("/Partners/Team/PlanTalks", Policies.Leader);
    }

    public void Api(RouteGroupBuilder api)
    {
        var partners = api.MapGroup("/partners").RequireAuthorization(Policies.OwnItems).WithTags("partners");
        OffersApi.Map(partners);
        PartnersApi.Map(partners);
        MeetingsApi.Map(partners);
        GroupTalksApi.Map(api.MapGroup("/group-talks").RequireAuthorization(Policies.OwnItems).WithTags("group-talks"));
        SeasonsApi.Map(api.MapGroup("/units").RequireAuthorization(Policies.OwnItems).WithTags("units"));
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("partners.title", PartnersLinks.List, LinkPlace.Together)];

    public IReadOnlyList<NoticeKind> Notices => PartnersNotices.All;

    public void Services(IServiceCollection services)
    {
        services.AddScoped<PartnersReading>();
        services.AddScoped<PartnersDesk>();
        services.AddScoped<PartnerRoom>();
        services.AddScoped<PartnerFinding>();
        services.AddScoped<MeetingsDesk>();
        services.AddScoped<NotesDesk>();
        services.AddScoped<OfferDesk>();
        services.AddScoped<OfferTopics>();
        services.AddScoped<SeasonDesk>();
        services.AddScoped<TeamDesk>();
        services.AddScoped<IJob, LookAfterPartners>();
    }
}
