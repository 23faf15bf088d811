namespace Fieldcraft.Web.Security;

/// <summary>Sends somebody who is not signed in to the sign-in page, and back afterwards.</summary>
internal static class SignInDetour
{
    public static Task SendAsync(HttpContext context)
    {
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/";
        context.Response.Redirect($"/sign-in?return={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }
}
