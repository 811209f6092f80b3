//! Draws a window without a graphics card or a screen: textured triangles
//! with egui's blending, the same bits on every machine.

#![allow(
    clippy::cast_possible_wrap,
    clippy::float_cmp,
    clippy::indexing_slicing,
    clippy::many_single_char_names,
    reason = "geometry on a canvas whose size is known"
)]

use std::collections::HashMap;

use egui::epaint::{ImageData, Mesh, Primitive, Vertex};
use egui::{ColorImage, Context, FullOutput, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// Steps of a pixel that corners are rounded to.
const STEPS: f32 = 256.0;

#[derive(Default)]
pub struct CpuRenderer {
    textures: HashMap<TextureId, ColorImage>,
}

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                let ImageData::Color(image) = &change.image;
                let Some([left, top]) = change.pos else {
                    self.textures.insert(id, (**image).clone());
                    continue;
                };
                let Some(texture) = self.textures.get_mut(&id) else { continue };
                let (wide, width) = (texture.size[0], image.size[0]);
                for (row, pixels) in image.pixels.chunks_exact(width).enumerate() {
                    let at = (top + row) * wide + left;
                    texture.pixels[at..at + width].copy_from_slice(pixels);
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let mut canvas = Canvas { width, height, scale, pixels: vec![[0; 4]; width * height] };
        for primitive in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &primitive.primitive else { continue };
            if let Some(texture) = self.textures.get(&mesh.texture_id) {
                canvas.mesh(mesh, texture, primitive.clip_rect);
            }
        }
        let bytes = canvas.pixels.iter().flat_map(|[r, g, b, _]| [*r, *g, *b, 255]).collect();
        RgbaImage::from_raw(width as u32, height as u32, bytes).ok_or_else(|| "no room".to_owned())
    }
}

struct Canvas {
    width: usize,
    height: usize,
    scale: f32,
    pixels: Vec<[u8; 4]>,
}

/// Pixels from inclusive to exclusive.
#[derive(Clone, Copy)]
struct Clip {
    left: i64,
    top: i64,
    right: i64,
    bottom: i64,
}

impl Canvas {
    fn mesh(&mut self, mesh: &Mesh, texture: &ColorImage, clip: Rect) {
        let pixel = |value: f32| (value * self.scale).round() as i64;
        let clip = Clip {
            left: pixel(clip.min.x).max(0),
            top: pixel(clip.min.y).max(0),
            right: pixel(clip.max.x).min(self.width as i64),
            bottom: pixel(clip.max.y).min(self.height as i64),
        };
        let mut triangles = mesh.indices.chunks_exact(3).peekable();
        while let Some(&[a, b, c]) = triangles.next() {
            let corners = [a, b, c].map(|index| &mesh.vertices[index as usize]);
            if let Some(&&[d, e, f]) = triangles.peek()
                && let Some(rect) = self.plain_quad(mesh, [a, b, c], [d, e, f])
            {
                self.fill(rect, clip, corners[0], texture);
                triangles.next();
                continue;
            }
            self.triangle(corners, clip, texture);
        }
    }

    fn fixed(&self, value: f32) -> i64 {
        (value * self.scale * STEPS).round() as i64
    }

    /// The rectangle of two triangles of one colour that make one: most of
    /// what a window paints.
    fn plain_quad(&self, mesh: &Mesh, first: [u32; 3], second: [u32; 3]) -> Option<[i64; 4]> {
        let [a, b, c] = first;
        let fan = second[0] == c && second[1] == b || second[0] == a && second[1] == c;
        if !fan {
            return None;
        }
        let corners = [a, b, c, second[2]].map(|index| &mesh.vertices[index as usize]);
        if corners.iter().any(|corner| corner.color != corners[0].color || corner.uv != corners[0].uv) {
            return None;
        }
        let xs = corners.map(|corner| self.fixed(corner.pos.x));
        let ys = corners.map(|corner| self.fixed(corner.pos.y));
        let (left, right) = (*xs.iter().min()?, *xs.iter().max()?);
        let (top, bottom) = (*ys.iter().min()?, *ys.iter().max()?);
        let mut met = [false; 4];
        for (x, y) in xs.iter().zip(ys) {
            if (*x != left && *x != right) || (y != top && y != bottom) {
                return None;
            }
            met[usize::from(*x == right) * 2 + usize::from(y == bottom)] = true;
        }
        met.iter().all(|met| *met).then_some([left, top, right, bottom])
    }

    fn fill(
        &mut self,
        [left, top, right, bottom]: [i64; 4],
        clip: Clip,
        corner: &Vertex,
        texture: &ColorImage,
    ) {
        // A pixel belongs to a shape when its middle does, left and top
        // edges included.
        let first = |edge: i64| (edge + 127) >> 8;
        let texel = sample(texture, corner.uv.x, corner.uv.y);
        let color = corner.color.to_array().map(f32::from);
        for y in first(top).max(clip.top)..first(bottom).min(clip.bottom) {
            for x in first(left).max(clip.left)..first(right).min(clip.right) {
                self.blend(x, y, texel, color);
            }
        }
    }

    fn triangle(&mut self, [a, b, c]: [&Vertex; 3], clip: Clip, texture: &ColorImage) {
        let place = |corner: &Vertex| (self.fixed(corner.pos.x), self.fixed(corner.pos.y));
        let ((ax, ay), mut pb, mut pc) = (place(a), place(b), place(c));
        let (mut b, mut c) = (b, c);
        let mut area = (pb.0 - ax) * (pc.1 - ay) - (pb.1 - ay) * (pc.0 - ax);
        if area == 0 {
            return;
        }
        if area < 0 {
            std::mem::swap(&mut pb, &mut pc);
            std::mem::swap(&mut b, &mut c);
            area = -area;
        }
        let ((bx, by), (cx, cy)) = (pb, pc);
        let (left, right) =
            ((ax.min(bx).min(cx) >> 8).max(clip.left), ((ax.max(bx).max(cx) >> 8) + 1).min(clip.right));
        let (top, bottom) =
            ((ay.min(by).min(cy) >> 8).max(clip.top), ((ay.max(by).max(cy) >> 8) + 1).min(clip.bottom));
        // Of two triangles that share an edge, exactly one has its pixels.
        let bias = |x0: i64, y0: i64, x1: i64, y1: i64| if (y1 == y0 && x1 > x0) || y1 < y0 { 0 } else { -1 };
        let (ea, eb, ec) = (bias(bx, by, cx, cy), bias(cx, cy, ax, ay), bias(ax, ay, bx, by));
        let inverse = 1.0 / area as f32;
        let flat = (a.uv == b.uv && b.uv == c.uv).then(|| sample(texture, a.uv.x, a.uv.y));
        let [ca, cb, cc] = [a, b, c].map(|corner| corner.color.to_array().map(f32::from));
        for y in top..bottom {
            let py = (y << 8) + 128;
            for x in left..right {
                let px = (x << 8) + 128;
                let wa = (cx - bx) * (py - by) - (cy - by) * (px - bx);
                let wb = (ax - cx) * (py - cy) - (ay - cy) * (px - cx);
                let wc = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
                if wa + ea < 0 || wb + eb < 0 || wc + ec < 0 {
                    continue;
                }
                let [la, lb, lc] = [wa, wb, wc].map(|weight| weight as f32 * inverse);
                let texel = flat.unwrap_or_else(|| {
                    let u = a.uv.x * la + b.uv.x * lb + c.uv.x * lc;
                    let v = a.uv.y * la + b.uv.y * lb + c.uv.y * lc;
                    sample(texture, u, v)
                });
                let color = if ca == cb && cb == cc {
                    ca
                } else {
                    std::array::from_fn(|i| ca[i] * la + cb[i] * lb + cc[i] * lc)
                };
                self.blend(x, y, texel, color);
            }
        }
    }

    fn blend(&mut self, x: i64, y: i64, texel: [f32; 4], color: [f32; 4]) {
        let pixel = &mut self.pixels[y as usize * self.width + x as usize];
        let through = 1.0 - texel[3] * color[3] / (255.0 * 255.0);
        for (channel, (texel, color)) in pixel.iter_mut().zip(texel.iter().zip(color)) {
            let sum = texel * color / 255.0 + f32::from(*channel) * through;
            *channel = sum.round().min(255.0) as u8;
        }
    }
}

/// A texture between its pixels.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let (width, height) = (texture.size[0] as i64, texture.size[1] as i64);
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (right_share, bottom_share) = (x - left, y - top);
    let pixel = |x: i64, y: i64| {
        let at = y.clamp(0, height - 1) * width + x.clamp(0, width - 1);
        texture.pixels[at as usize].to_array().map(f32::from)
    };
    let (x, y) = (left as i64, top as i64);
    let (a, b, c, d) = (pixel(x, y), pixel(x + 1, y), pixel(x, y + 1), pixel(x + 1, y + 1));
    std::array::from_fn(|i| {
        (a[i] * (1.0 - right_share) + b[i] * right_share) * (1.0 - bottom_share)
            + (c[i] * (1.0 - right_share) + d[i] * right_share) * bottom_share
    })
}
