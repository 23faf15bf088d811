using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Opportunities.Outside;
using Fieldcraft.Web.Features.Opportunities.Own;
using Fieldcraft.Web.Features.Opportunities.Own.Book;
using Fieldcraft.Web.Features.Opportunities.Own.Process;
using Fieldcraft.Web.Features.Opportunities.Own.Talks;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Opportunities;

/// <summary>
/// Opportunities (S1): colleagues as customers. A provider's own book, talks, and the way from a need to something that lasts; the customer's side by a link.
/// </summary>
public sealed class OpportunitiesFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Opportunities/Own", Policies.OwnItems);
        pages.AuthorizeFolder("/Opportunities/Prepare", Policies.SignedIn);
        pages.AuthorizeFolder("/Opportunities/Outside", Policies.Anyone);
    }

    public void Api(RouteGroupBuilder api)
    {
        OpportunitiesApi.Map(api.MapGroup("/opportunities").RequireAuthorization(Policies.SignedIn).WithTags("opportunities"));
        BookApi.Map(api.MapGroup("").RequireAuthorization(Policies.OwnItems).WithTags("customers"));
        TalksApi.Map(api.MapGroup("/dialogues").RequireAuthorization(Policies.OwnItems).WithTags("dialogues"));
        PropositionsApi.Map(api.MapGroup("/propositions").RequireAuthorization(Policies.OwnItems).WithTags("propositions"));
        PropositionsApi.MapTrials(api.MapGroup("/trials").RequireAuthorization(Policies.OwnItems).WithTags("propositions"));
        LinksApi.Map(api.MapGroup("/customer-messages").RequireAuthorization(Policies.OwnItems).WithTags("customer-links"));
        CustomerApi.Map(
            api.MapGroup("/customer-links").Counts(CustomerAnswering.Tries).RequireAuthorization(Policies.Anyone).WithTags("customer-links")
        );
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        [
            new("opportunities.room", OpportunitiesLinks.Room, LinkPlace.Opportunities),
            new("opportunities.services", OpportunitiesLinks.Services, LinkPlace.Opportunities),
            new("opportunities.customers", OpportunitiesLinks.Customers, LinkPlace.Opportunities),
        ];

    public IReadOnlyList<NoticeKind> Notices => OpportunityNotices.All;

    public void Services(IServiceCollection services)
    {
        services.AddContent();
        services.AddScoped<ProviderBook>();
        services.AddScoped<TalkDesk>();
        services.AddScoped<OpportunityReading>();
        services.AddScoped<OpportunityDesk>();
        services.AddScoped<CustomerLinks>();
        services.AddScoped<CustomerAnswering>();
        services.AddScoped<IJob, ExpireCustomerLink>();
        services.AddScoped<IShareable, ShareableUpwardSheet>();
    }
}
