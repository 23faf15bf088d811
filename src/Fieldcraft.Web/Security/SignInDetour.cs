using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features;
using Fieldcraft.Web.Features.SignIn;
using Microsoft.AspNetCore.Http.Features;

namespace Fieldcraft.Web.Security;

/// <summary>What a form that came too late left for the sign-in page.</summary>
internal sealed record CameTooLate(string Address, string? Kept, bool HadFiles);

/// <summary>
/// Sends somebody who is not signed in to the sign-in page, and back afterwards. A form that was sent meanwhile goes along: the sign-in page
/// answers in its place and holds it.
/// </summary>
internal static class SignInDetour
{
    private const string Key = "fieldcraft.came-too-late";

    public static CameTooLate? Of(HttpContext context) => context.Items[Key] as CameTooLate;

    public static async Task SendAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.IsAutosave())
        {
            await Problem.SignInNeeded.Result().ExecuteAsync(context);
        }
        else if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            context.Response.Redirect(SignInLinks.EnterAndReturn(request.Path + request.QueryString));
        }
        else
        {
            var forms = context.RequestServices.GetRequiredService<KeptForms>();
            var (kept, hadFiles) = await forms.KeepAsync(request, context.RequestAborted);
            context.Items[Key] = new CameTooLate(request.Path + request.QueryString, kept, hadFiles);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
    }

    /// <summary>Lets the sign-in page answer a form that came too late; stands before routing.</summary>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (Of(context) is null || context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status401Unauthorized)
        {
            return;
        }

        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = SignInLinks.Enter;
        context.Request.QueryString = QueryString.Empty;
        await next(context);
    }
}
